import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { test } from 'node:test';
import { createTransport } from 'nodemailer';
import { smtpOptions, smtpSender } from './smtp.js';

interface FakeServer {
  readonly port: number;
  /** What was said to it, line by line. */
  readonly heard: string[];
  stop(): Promise<void>;
}

/** A mail server that takes every letter; "silent" takes connections and says nothing. */
async function mailServer(how: 'polite' | 'silent' = 'polite'): Promise<FakeServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (how === 'silent') return;
    socket.write('220 mail.test\r\n');
    let isLetter = false;
    let rest = '';
    socket.on('data', (part: Buffer) => {
      const lines = (rest + part.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        if (isLetter && line !== '.') continue;
        if (isLetter) {
          isLetter = false;
          socket.write('250 taken\r\n');
        } else if (line === 'DATA') {
          isLetter = true;
          socket.write('354 go on\r\n');
        } else if (/^(EHLO|HELO)/.test(line)) socket.write('250 mail.test\r\n');
        else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const mail = { id: '0193-a-letter', to: 'ann@example.org', subject: 'Due', text: 'It is due.' };

test('a letter says that a machine wrote it, and has the same Message-ID at every try', async () => {
  const server = await mailServer();
  try {
    const send = smtpSender(`smtp://127.0.0.1:${server.port}`, 'kept@kept.example');
    for (let round = 0; round < 2; round += 1) await send(mail, AbortSignal.timeout(10_000));
    assert.equal(server.heard.filter((line) => line === 'Auto-Submitted: auto-generated').length, 2);
    assert.equal(server.heard.filter((line) => line === 'Message-ID: <0193-a-letter@kept.example>').length, 2);
    assert.equal(server.heard.filter((line) => line === 'RCPT TO:<ann@example.org>').length, 2);
  } finally {
    await server.stop();
  }
});

test('a mail server that never answers is left when the signal says so', async () => {
  const server = await mailServer('silent');
  try {
    const send = smtpSender(`smtp://127.0.0.1:${server.port}`, 'kept@kept.example');
    await assert.rejects(send(mail, AbortSignal.timeout(50)));
  } finally {
    await server.stop();
  }
});

test('nothing goes to a mail server without encryption, unless it runs on this machine', async () => {
  assert.deepEqual(
    [
      'smtp://u:p@mail.example.org',
      'smtp://mail.example.org:25',
      'smtp://10.0.0.5:587',
      'smtp://[2001:db8::1]',
      'smtp://127.0.0.1.example.org',
      'smtp://localhost.example.org',
    ].map((url) => smtpOptions(url).requireTLS),
    Array(6).fill(true),
  );
  assert.deepEqual(
    ['smtp://localhost', 'smtp://127.0.0.1:2525', 'smtp://[::1]:25'].map((url) => smtpOptions(url).requireTLS),
    Array(3).fill(false),
  );
  assert.deepEqual(
    ['smtps://mail.example.org', 'smtp://mail.example.org'].map((url) => [
      smtpOptions(url).secure,
      smtpOptions(url).port,
      smtpOptions(url).tls.rejectUnauthorized,
    ]),
    [
      [true, 465, true],
      [false, 587, true],
    ],
  );
  // A server that offers no STARTTLS hears neither a name nor an address.
  const server = await mailServer();
  try {
    const transport = createTransport({
      ...smtpOptions('smtp://ann:secret@mail.example.org'),
      host: '127.0.0.1',
      port: server.port,
    });
    await assert.rejects(
      transport.sendMail({ from: 'kept@kept.example', to: mail.to, subject: mail.subject, text: mail.text }),
    );
    assert.ok(!server.heard.some((line) => /^(AUTH|MAIL|RCPT|DATA)/.test(line)), server.heard.join('\n'));
  } finally {
    await server.stop();
  }
});
