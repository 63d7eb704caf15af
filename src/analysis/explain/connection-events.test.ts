import { expect, it } from 'vitest';
import { said } from './said.test-support';

const MAIN = 'task 1 main\n handle 1 1 firstStep\n loopStart 1\n turn 1 1\n run 1\n';
const SERVER = `${MAIN} resource 1 Server server main.py:4\n`;
const CONNECTION = `${MAIN} resource 1 Connection 'reader, writer' main.py:4\n`;
const SESSION = `${MAIN} resource 1 Session session main.py:4\n`;

it.each([
  [SERVER, 'main creates server, a Server: whoever connects to it gets a connection of its own.'],
  [`${SERVER} address 1 127.0.0.1:80`, 'Server listens at 127.0.0.1:80: whoever connects there gets a connection of its own.'],
  [`${SERVER} address 1 a:80\n level 1 1 0 1`, 'Server accepts a connection: 1 connection is open now.'],
  [`${SERVER} address 1 a:80\n level 1 1 0 1\n level 1 0 0 1`, 'A connection to server has ended: none is open now.'],
  [`${SERVER} closed 1`, 'Server is closed: nobody can connect to it any more. What is connected stays so.'],
  [`${CONNECTION} address 1 a:80`, 'Reader, writer leads to a:80.'],
  [`${CONNECTION} address 1 a:80\n level 1 0 0 9`, 'Main writes into reader, writer: 9 bytes are on their way now.'],
  [`${CONNECTION} address 1 a:80\n level 1 0 0 9\n level 1 0 0 0`, '9 bytes that went into reader, writer have arrived.'],
  [`${CONNECTION} address 1 a:80\n level 1 8 0 0`, '8 bytes came through reader, writer. 8 bytes can be read now.'],
  [`${CONNECTION} address 1 a:80\n level 1 8 0 0\n level 1 0 0 0`, 'Main reads 8 bytes from reader, writer. Nothing is left to be read.'],
  [`${CONNECTION} io 1 never 'read a:80'\n resourceIo 1 1`, 'Read a:80 has to wait for the other side of reader, writer.'],
  [`${CONNECTION} closed 1`, 'Reader, writer is closed: nothing comes or goes through it any more.'],
  [`${SESSION} address 1 http://a`, 'Requests through session go to http://a, unless they name another host.'],
  [`${SESSION} itemPut 1 1 'GET http://a/x' -1`, 'Main asks for GET http://a/x through session: it is the only request in flight there.'],
  [`${SESSION} itemPut 1 1 'GET http://a/x' -1\n itemGot 1 1`, 'GET http://a/x is over. No request is in flight through session now.'],
  [`${SESSION} itemPut 1 1 'GET http://a/x' -1\n level 1 1 0 1`, '1 request is in flight through session now.'],
  [`${SESSION} closed 1`, 'Session is closed: no request can be made through it any more.'],
])('%s', (drawing, sentence) => {
  expect(said(drawing).toLowerCase()).toBe(sentence.toLowerCase());
});
