/** The fields that say which body is meant and who answers for it, as they are typed. */
import { type FieldProblem, type Typed, lengthProblems } from '#base/form.js';
import { emailAddress } from '#base/email-address.js';
import { bodyKinds, type BodyKind } from './words.js';

export function typedKind(typed: Typed): BodyKind | null {
  return bodyKinds.find((one) => one === typed['kind']) ?? null;
}

/** Whether it is an address that a letter can go to. */
export function isEmail(text: string): boolean {
  return text.length <= 200 && emailAddress(text) !== null;
}

/** What is wrong with the address, and with the role where one is asked for. */
export function contactProblems(
  typed: Typed,
  needs: { readonly email: boolean; readonly role: boolean },
): readonly FieldProblem[] {
  const [email, role] = [(typed['email'] ?? '').trim(), (typed['role'] ?? '').trim()];
  return [
    ...(email === '' && !needs.email
      ? []
      : isEmail(email)
        ? []
        : [
            {
              field: 'email',
              message:
                email === ''
                  ? 'Enter an e-mail address'
                  : 'Enter an e-mail address in the correct form, like name@example.org',
            },
          ]),
    ...(needs.role && role === '' ? [{ field: 'role', message: 'Enter your role' }] : []),
    ...(needs.role ? lengthProblems('role', role, 120, 'Your role') : []),
  ];
}
