/**
 * A class that writes a label before a line's number. Monaco's margin takes classes but no text, so the label stands in the style sheet;
 * one rule is added for each label, when it is first needed.
 */
const classes = new Map<string, string>();
let sheet: CSSStyleSheet | null = null;

export function labelClass(label: string): string {
  const known = classes.get(label);
  if (known !== undefined) return known;
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const name = `line-count-${classes.size}`;
  classes.set(label, name);
  sheet.insertRule(`.line-numbers.${name}::before { content: ${JSON.stringify(label)}; }`);
  return name;
}
