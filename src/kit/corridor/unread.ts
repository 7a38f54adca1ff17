/** Requests that cannot be read. */
import type { Socket } from 'node:net';
import { securityHeaders } from './answer.js';

/** What is no HTTP, or has more headers than are read, meets no route: it is answered on the socket, with the headers of every other answer. */
export function refuseUnread(baseUrl: string): (problem: Error & { readonly code?: string }, socket: Socket) => void {
  const headers = Object.entries({
    ...securityHeaders(baseUrl),
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return (problem, socket) => {
    // Nobody else ends the connection: one that is left open would hold up every stop.
    if (problem.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(problem);
    const [status, text] =
      problem.code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', 'Your browser sent too many cookies.']
        : problem.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? ['408 Request Timeout', 'The request took too long.']
          : ['400 Bad Request', 'The request could not be understood.'];
    socket.end(`HTTP/1.1 ${status}\r\n${headers}content-length: ${text.length + 1}\r\n\r\n${text}\n`);
    // Whoever still sends hears the answer before the line is cut.
    setTimeout(() => socket.destroy(), 1000).unref();
  };
}
