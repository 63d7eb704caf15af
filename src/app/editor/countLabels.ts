/**
 * Classes that write a label before a line's number. Monaco's margin takes classes but no text, so the label stands in the style sheet: each
 * of its characters is a class that says what stands at one place. All rules are there from the start, because a rule that comes while a
 * recording plays has the browser look through all style sheets again.
 */
const CHARACTERS = '0123456789.kM';
const PLACES = [0, 1, 2, 3];
let adopted = false;

const nameOf = (character: string, place: number): string => `line-count-${place}-${CHARACTERS.indexOf(character)}`;

/** The classes for a label of `shortCount`; LineCounts.module.css draws what they say. */
export function labelClass(label: string): string {
  if (!adopted) adopt();
  return [...label].map(nameOf).join(' ');
}

function adopt(): void {
  adopted = true;
  const sheet = new CSSStyleSheet();
  const rules = PLACES.flatMap((place) =>
    [...CHARACTERS].map((character) => `.line-numbers.${nameOf(character, place)} { --count-${place}: "${character}"; }`),
  );
  sheet.replaceSync(rules.join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
