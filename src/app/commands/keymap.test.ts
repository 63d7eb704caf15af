import { describe, expect, test } from 'vitest';
import { COMMAND_IDS, commandOf } from './commands';
import { chordOf, type KeyPress, keyCommand } from './keymap';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keys of the page', () => {
  test('the arrows, Home, End and Space travel through the recording', () => {
    const commands = ['ArrowLeft', 'ArrowRight', 'Home', 'End', ' '].map((key) => keyCommand(press(key), 'elsewhere'));
    expect(commands).toEqual(['stepBack', 'stepForward', 'firstStep', 'lastStep', 'playOrPause']);
  });

  test('while typing, keys belong to the text, except for Ctrl+Enter, which runs', () => {
    expect(keyCommand(press('ArrowLeft'), 'text')).toBeNull();
    expect(keyCommand(press(' '), 'text')).toBeNull();
    expect(keyCommand(press('Enter', { ctrlKey: true }), 'text')).toBe('run');
    expect(keyCommand(press('Enter', { metaKey: true }), 'text')).toBe('run');
  });

  test('Space on a button presses the button, and the arrows still travel', () => {
    expect(keyCommand(press(' '), 'button')).toBeNull();
    expect(keyCommand(press('ArrowRight'), 'button')).toBe('stepForward');
  });

  test('Space on a button that the pointer has pressed plays, too', () => {
    expect(keyCommand(press(' '), 'pressed')).toBe('playOrPause');
    expect(keyCommand(press('ArrowRight'), 'pressed')).toBe('stepForward');
  });

  test('a slider or a radio group keeps its arrows, and Space still plays', () => {
    expect(keyCommand(press('ArrowRight'), 'arrows')).toBeNull();
    expect(keyCommand(press('Home'), 'arrows')).toBeNull();
    expect(keyCommand(press(' '), 'arrows')).toBe('playOrPause');
  });

  test('chords that mean something to the browser are left to it', () => {
    expect(keyCommand(press('ArrowLeft', { altKey: true }), 'elsewhere')).toBeNull();
    expect(keyCommand(press('ArrowLeft', { ctrlKey: true }), 'elsewhere')).toBeNull();
    expect(keyCommand(press('Enter', { ctrlKey: true, shiftKey: true }), 'elsewhere')).toBeNull();
  });

  test('a key without a meaning has no command', () => {
    expect(keyCommand(press('q'), 'elsewhere')).toBeNull();
    expect(keyCommand(press('Enter'), 'elsewhere')).toBeNull();
  });

  test('a letter is the same with and without the lock of capitals, and Shift makes another key of it', () => {
    expect(keyCommand(press('e'), 'elsewhere')).toBe('nextException');
    expect(keyCommand(press('E'), 'elsewhere')).toBe('nextException');
    expect(keyCommand(press('E', { shiftKey: true }), 'elsewhere')).toBe('previousException');
  });

  test('a sign is the same whether a layout needs Shift for it or not', () => {
    expect(keyCommand(press('?', { shiftKey: true }), 'elsewhere')).toBe('showKeys');
    expect(keyCommand(press('?'), 'elsewhere')).toBe('showKeys');
  });

  test('letters and signs can be switched off; what is left are keys that no text has', () => {
    expect(keyCommand(press('e'), 'elsewhere', false)).toBeNull();
    expect(keyCommand(press('?'), 'elsewhere', false)).toBeNull();
    expect(keyCommand(press('ArrowRight'), 'elsewhere', false)).toBe('stepForward');
    expect(keyCommand(press(' '), 'elsewhere', false)).toBe('playOrPause');
    expect(keyCommand(press('Enter', { ctrlKey: true }), 'text', false)).toBe('run');
  });

  test('in a menu or a dialog keys belong to it', () => {
    for (const id of COMMAND_IDS) {
      for (const chord of commandOf(id).keys) {
        const key = chord.split('+').at(-1) ?? '';
        const held = { ctrlKey: chord.startsWith('Ctrl+'), shiftKey: chord.includes('Shift+') };
        expect(keyCommand(press(key === 'Space' ? ' ' : key, held), 'menu')).toBeNull();
      }
    }
  });

  test('no key has two meanings, and each is written as a press of it is read', () => {
    const chords = COMMAND_IDS.flatMap((id) => commandOf(id).keys);
    expect(new Set(chords).size).toBe(chords.length);
    for (const chord of chords) {
      const key = chord.split('+').at(-1) ?? '';
      const held = { ctrlKey: chord.startsWith('Ctrl+'), shiftKey: chord.includes('Shift+') };
      expect(chordOf(press(key === 'Space' ? ' ' : key, held))).toBe(chord);
    }
  });
});
