/** The letter to parents and carers, in English: the only language so far in which Kept writes it. */
export const letterEn = {
  documentTitle: 'Letter for parents and carers: {title}',
  from: '{organisation}, with {setting}',
  greeting: 'Dear parents and carers,',
  anySchool: 'Your child’s school',
  anyDays: 'in the coming weeks',
  days: 'from {first} to {last}',
  asks: '{organisation} asks children and young people about “{title}”. {place} takes part, {days}. {purpose}',
  answers:
    'Your child answers on a screen or on paper, at school. Every question can be left out, and your child can ' +
    'stop at any time. Nobody is asked for a name, and nothing shows which answers are whose: not to the ' +
    'school, not to us.',
  special: 'Some questions are about {kinds}. Your child can leave them out.',
  text:
    'Children can write some answers in their own words. Named people read them. If they say that a ' +
    'child is at risk, the school’s safeguarding lead is told what was written. Nobody can see who wrote ' +
    'it; if two people agree that it is needed, they are told from which class it came.',
  publish:
    'We publish tables of many answers, and hide small numbers. Answers are deleted {retention} months after the survey ends.',
  consentIn:
    'Your child takes part only if you say yes. Please give the slip below back to the school. The school ' +
    'counts the slips and keeps them; we are told a number, no names.',
  optOut:
    'If you do not want your child to take part, tell the school or give back the slip below. You need not ' +
    'say why. The school tells us a number, no names.',
  contact: 'You can see the questions at school. Ask us anything: {contact}.',
  yesHeading: 'My child may take part',
  yes: 'I agree that my child takes part in “{title}”.',
  noHeading: 'My child is not to take part',
  no: 'I do not want my child to take part in “{title}”.',
  slipChild: 'Child’s name and class',
  slipName: 'My name',
  slipSigned: 'Signature and date',
};
