/**
 * Tells a text that comes from outside (another example, a link) from the echo of what the user typed. The page hands every change back
 * to the editor, a moment later; by then the user may have typed on, and taking the echo for news would undo those keystrokes.
 */
export class Echoes {
  private readonly sent: string[] = [];

  /** The editor told the page of this text. */
  send(text: string): void {
    this.sent.push(text);
  }

  /** Whether a text that the page hands to the editor is one the editor sent; those sent before it will not come any more. */
  receive(text: string): boolean {
    const at = this.sent.indexOf(text);
    if (at === -1) return false;
    this.sent.splice(0, at + 1);
    return true;
  }
}
