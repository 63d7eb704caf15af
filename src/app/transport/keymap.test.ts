import { describe, expect, test } from 'vitest';
import { type Chord, keyCommand } from './keymap';

const press = (key: string, held: Partial<Chord> = {}): Chord => ({
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
    expect(keyCommand(press('x'), 'elsewhere')).toBeNull();
    expect(keyCommand(press('Enter'), 'elsewhere')).toBeNull();
  });
});
