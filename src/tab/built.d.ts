// What only the build knows how to load: one small file of words for each language, and style sheets.
declare module 'words:*' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
declare module '*.css';
