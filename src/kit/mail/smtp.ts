/** The mail server of SMTP_URL. Nothing goes to it without encryption, unless it runs on this machine. */
import { createTransport } from 'nodemailer';
import { isLoopbackHost } from '../loopback.js';
import type { SendMail } from './mail.js';

/** What SMTP_URL says, as nodemailer takes it. */
export function smtpOptions(address: string) {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // STARTTLS or nothing: a server, or somebody on the way to it, that offers none would read every link (RFC 8314).
    requireTLS: !secure && !isLoopbackHost(url.hostname),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isLoopbackHost(url.hostname) },
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    dnsTimeout: 20_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
}

export function smtpSender(address: string, from: string): SendMail {
  const transport = createTransport(smtpOptions(address));
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return async ({ id, to, subject, text }, signal) => {
    await transport.sendMail({
      from,
      // As a field of its own: an address is never parsed as a list of several.
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      // Nobody's "out of office" answers a machine (RFC 3834, 5).
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    });
  };
}
