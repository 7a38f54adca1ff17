/** Roles that people hold in an organisation, and what these may do everywhere. Other rooms add what their own pages need. */
import type { CapabilityTable, Role } from '#kit/visitor.js';

declare module '#kit/visitor.js' {
  interface Roles {
    readonly administrator: true;
    readonly clerk: true;
    readonly author: true;
    readonly member: true;
    readonly lead: true;
    readonly safeguarding: true;
  }
  interface Capabilities {
    readonly 'see workspace': true;
    readonly administer: true;
    /** To act in the name of one's organisation: sign, promise, offer. */
    readonly lead: true;
    /** To read what was passed on because somebody may not be safe. */
    readonly safeguard: true;
  }
}

export const peopleCapabilities: CapabilityTable = {
  'see workspace': ['administrator', 'clerk', 'author', 'member', 'lead', 'safeguarding'],
  administer: ['administrator'],
  lead: ['administrator', 'lead'],
  // No administrator: what young people wrote is nobody's to manage (reference listening P10).
  safeguard: ['safeguarding'],
};

/** Roles whose holders sign in with a passkey as well as a link: they read what nobody else may, or say who may. */
export const passkeyRoles: readonly Role[] = ['administrator', 'safeguarding'];
