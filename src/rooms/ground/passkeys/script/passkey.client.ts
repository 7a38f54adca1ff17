/**
 * Asks the browser for a passkey, which only a script can do, and puts what it gives into the page's own form. The challenge comes from this
 * site and goes back with the form; nothing is kept here.
 */

export {};

interface Described {
  readonly id: string;
  readonly transports?: AuthenticatorTransport[];
}

interface Options {
  readonly challenge: string;
  readonly timeout?: number;
  readonly rpId?: string;
  readonly userVerification?: UserVerificationRequirement;
  readonly allowCredentials?: readonly Described[];
  readonly rp?: PublicKeyCredentialRpEntity;
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams?: PublicKeyCredentialParameters[];
  readonly excludeCredentials?: readonly Described[];
  readonly authenticatorSelection?: AuthenticatorSelectionCriteria;
  readonly attestation?: AttestationConveyancePreference;
}

function bytes(text: string): ArrayBuffer {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
}

function written(buffer: ArrayBuffer): string {
  let plain = '';
  for (const byte of new Uint8Array(buffer)) plain += String.fromCharCode(byte);
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

function described(list: readonly Described[] | undefined): PublicKeyCredentialDescriptor[] {
  return (list ?? []).map(({ id, transports }) => ({
    type: 'public-key',
    id: bytes(id),
    ...(transports ? { transports } : {}),
  }));
}

async function made(options: Options): Promise<string> {
  const { rp, user, pubKeyCredParams } = options;
  if (!rp || !user || !pubKeyCredParams) throw new Error('no options');
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp,
    user: { ...user, id: bytes(user.id) },
    challenge: bytes(options.challenge),
    pubKeyCredParams,
    excludeCredentials: described(options.excludeCredentials),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    ...(options.authenticatorSelection ? { authenticatorSelection: options.authenticatorSelection } : {}),
    ...(options.attestation ? { attestation: options.attestation } : {}),
  };
  const key = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = key.response as AuthenticatorAttestationResponse;
  const transports = typeof response.getTransports === 'function' ? response.getTransports() : [];
  return JSON.stringify({
    id: key.id,
    rawId: written(key.rawId),
    type: key.type,
    response: {
      clientDataJSON: written(response.clientDataJSON),
      attestationObject: written(response.attestationObject),
      transports,
    },
  });
}

async function shown(options: Options): Promise<string> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: bytes(options.challenge),
    allowCredentials: described(options.allowCredentials),
    ...(options.rpId === undefined ? {} : { rpId: options.rpId }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    ...(options.userVerification ? { userVerification: options.userVerification } : {}),
  };
  const key = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = key.response as AuthenticatorAssertionResponse;
  return JSON.stringify({
    id: key.id,
    rawId: written(key.rawId),
    type: key.type,
    response: {
      clientDataJSON: written(response.clientDataJSON),
      authenticatorData: written(response.authenticatorData),
      signature: written(response.signature),
    },
  });
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
}

const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
const say = (which: string): void => {
  for (const one of document.querySelectorAll<HTMLElement>('[data-passkey-words]'))
    one.hidden = one.dataset['passkeyWords'] !== which;
};

if (form) {
  const hasPasskeys = typeof PublicKeyCredential === 'function' && window.isSecureContext;
  // A passkey is made for one address; at another one the browser would refuse without saying why.
  const isHere = location.origin === form.dataset['origin'];
  say(!isHere ? 'elsewhere' : hasPasskeys ? 'none' : 'no-passkeys');
  const button = form.querySelector('button');
  if (button) button.disabled = !hasPasskeys || !isHere;
  form.addEventListener('submit', (event) => {
    const answer = field(form, 'answer');
    if (!answer || answer.value !== '') return;
    event.preventDefault();
    say('none');
    const ask = async (): Promise<void> => {
      const body = new URLSearchParams({ csrf: field(form, 'csrf')?.value ?? '' });
      const response = await fetch(form.dataset['challenge'] ?? '', {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      });
      if (!response.ok) throw new Error('no challenge');
      const { purpose, options } = (await response.json()) as { purpose: string; options: Options };
      if (purpose !== form.dataset['passkey']) return location.reload();
      answer.value = purpose === 'add' ? await made(options) : await shown(options);
      form.submit();
    };
    ask().catch(() => say('failed'));
  });
}
