// What is used of adaptivecards-templating: its own types import adaptivecards' whole source, which strict settings refuse.
export class Template {
  constructor(payload: unknown);
  expand(context: { $root: unknown }): unknown;
}
