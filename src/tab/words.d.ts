// What the build makes of src/strings for the page: one small file for each language.
declare module 'words:*' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
