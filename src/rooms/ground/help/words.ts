/** Numbers that pages, cards and letters give to children and young people. They stand here and nowhere else (test/help-lines.test.ts). */

export interface HelpLine {
  readonly name: string;
  /** As people read and dial it. */
  readonly number: string;
  /** Address for a telephone. */
  readonly href: string;
  /** Where whoever runs the line says so. */
  readonly source: string;
}

/** The NSPCC's line for everybody under 19 in the United Kingdom: free of charge, by day and by night. */
export const childline: HelpLine = {
  name: 'Childline',
  number: '0800 1111',
  href: 'tel:08001111',
  source: 'https://learning.nspcc.org.uk/services/childline',
};

/** Police, ambulance, fire. */
export const emergency: HelpLine = {
  name: '999',
  number: '999',
  href: 'tel:999',
  source: 'https://www.gov.uk/guidance/999-and-112-the-uks-national-emergency-numbers',
};
