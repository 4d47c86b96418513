// What a browser takes long to make, made when it is first needed: the first table is drawn without it.

/** A format or a collation of Intl takes Chromium 20 to 40 ms in a fresh page. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
