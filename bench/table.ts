import type { Row } from './row';

const HEAD = { what: 'what', figure: 'figure', target: 'target', mark: '' };

/** The rows as a Markdown table that is aligned for a terminal, too. Figures are flush right. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, target, ok }) => ({
    what,
    figure,
    target,
    mark: target === '' ? '' : ok ? 'reached' : 'MISSED',
  }));
  const width = (key: keyof typeof HEAD) => Math.max(3, ...[HEAD, ...cells].map((row) => row[key].length));
  const widths = { what: width('what'), figure: width('figure'), target: width('target'), mark: width('mark') };
  const line = ({ what, figure, target, mark }: typeof HEAD) =>
    `| ${what.padEnd(widths.what)} | ${figure.padStart(widths.figure)} | ${target.padStart(widths.target)} | ${mark.padEnd(widths.mark)} |`;
  const rule = `| ${'-'.repeat(widths.what)} | ${'-'.repeat(widths.figure - 1)}: | ${'-'.repeat(widths.target - 1)}: | ${'-'.repeat(widths.mark)} |`;
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}
