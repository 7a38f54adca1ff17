/** What notices, cards and paper forms of a survey say, in English. The child’s notice is for a reading age of nine. */
export const en = {
  // The child's notice, paragraph by paragraph
  childAsks: '{organisation} asks you these questions. {why}',
  childChoice: 'You do not have to answer. You can leave out any question. You can stop at any time. That is fine.',
  childAnonymous:
    'We do not ask your name. Nobody can find out which answers are yours. The word for this is anonymous.',
  childSpecial: 'Some questions ask about {kinds}. You can leave them out too.',
  childText:
    'You can write some things in your own words. Please do not write names. An adult reads what you write. ' +
    'If we read that a child is not safe, we tell the adults at your school who keep children safe. They ' +
    'cannot see who wrote it. If two adults agree that it is needed, they are told which class it came from.',
  childCounts:
    'We count the answers of many people. We show the numbers to others. We never show what one person said. ' +
    'We delete your answers after {months}.',
  childHelp:
    'Do you need help now? Tell an adult you trust. Or call {childline} on {childlineNumber}. It is free. If ' +
    'you are in danger, call {emergency}.',
  childContact: 'Do you want to ask us something? An adult can help you reach us: {contact}',
  // The adult's
  adultAsks:
    '{organisation} asks you to take part in “{title}”. {why} {organisation} decides what is done with the ' +
    'answers.',
  adultChoice:
    'Taking part is your choice. You can leave out any question and stop at any time; if you stop before the ' +
    'end, nothing is sent. The lawful basis is {basis}.',
  adultAnonymous:
    'Your answers are anonymous. We ask for no name and keep no address of your device. A code lets somebody ' +
    'in; nothing records who was given which code. As nobody can tell which answers are yours, nobody can ' +
    'show, change or delete them for you once they are sent.',
  adultSpecial: 'Some questions are about {kinds}. The law protects this specially. You need not answer them.',
  adultText:
    'Please write no names where you can write freely. Named reviewers read it. If it says that somebody is ' +
    'at risk, the safeguarding leads of the setting are told what was written, not who wrote it; if two ' +
    'people approve it, they are told from which class or session it came.',
  adultPublish:
    'We publish tables, never the answers of one person, and hide small numbers. Answers are deleted ' +
    '{months} after the last day; what remains of used codes is deleted 30 days after it. The tables stay.',
  adultContact:
    'Questions, objections and your rights: {contact}. You can complain to the Information Commissioner: ' +
    'ico.org.uk, 0303 123 1113.',
  months: (many: number) => `${many} months`,
  /** The lawful bases, as they go on from "The lawful basis is". */
  basis: {
    'public task': 'a task that we carry out in the public interest',
    'legitimate interests': 'our legitimate interest in knowing how people are',
    consent: 'your consent',
  },
  childKinds: {
    ethnicity: 'where your family comes from',
    faith: 'what you believe',
    health: 'your health',
    sexuality: 'who you like',
    'gender identity': 'being a girl, a boy or something else',
  },
  adultKinds: {
    ethnicity: 'ethnicity',
    faith: 'faith',
    health: 'health',
    sexuality: 'sexuality',
    'gender identity': 'gender identity',
  },
  // On a card, and on a paper form
  picture: 'QR code for {code}',
  scan: 'Scan it, or type the code at',
  once: 'It works once. Nobody knows which card is yours.',
  code: 'Code on your card',
  before: 'Before you begin',
  begin: 'Questions',
  skip: 'You can leave out any question.',
  one: 'Tick one.',
  upTo: 'Tick up to {many}.',
  onlyIf: 'Only if you ticked “{words}” at question {question}.',
  noNames: 'Please do not write names.',
  thanks: 'Thank you. Put the sheet into the envelope yourself.',
  help:
    'Need help now? Tell an adult you trust, or call {childline}: {childlineNumber}. It is free. In danger, ' +
    'call {emergency}.',
};
