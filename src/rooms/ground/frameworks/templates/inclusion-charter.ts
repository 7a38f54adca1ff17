/**
 * An inclusion charter to start from, in our own words after the structure of London's Inclusion Charter (seed item 4: four
 * principles, two values, three impacts, asks of three audiences, pages 13 to 50). The names of the principles are facts
 * of the seed; what they mean is said here anew.
 */
import type { FrameworkDraft } from '../words.js';

export const inclusionCharter: FrameworkDraft = {
  name: 'Inclusion charter',
  summary:
    'Four principles for schools in which every child belongs, is safe and can be themselves. Whoever signs promises dated steps under each of them.',
  themes: [
    {
      key: 'equity-and-diversity',
      kind: 'principle',
      title: 'Embedding equity and diversity',
      meaning:
        'Nobody has to leave a part of themselves at the gate. The school knows who its children are, plans for ' +
        'all of them, and acts when one group is left out or sent out more often than others.',
      examples: [
        'Children find people like themselves in what is taught.',
        'Families help to plan the days that celebrate them.',
        'Staff are ready to answer racism and stereotypes when they meet them.',
      ],
    },
    {
      key: 'active-citizens',
      kind: 'principle',
      title: 'Students as active citizens',
      meaning:
        'Young people have a say in what concerns them, together with staff and families, and hear what came of it: what was done, or why not.',
      examples: [
        'A council of pupils that is asked before rules change.',
        'A wall that says what was asked for and what was done.',
        'Places for pupils where adults decide.',
      ],
    },
    {
      key: 'adaptable-and-reflective',
      kind: 'principle',
      title: 'Being adaptable and reflective',
      meaning:
        'Adults look at how things are going, try other ways and change the routine to fit the child, rather than asking every child to fit the routine.',
      examples: [
        'Time for staff to try something, look at it together and try again.',
        'A calmer start to the day for those who need one.',
        'More than one way through the curriculum.',
      ],
    },
    {
      key: 'beyond-achievement',
      kind: 'principle',
      title: 'Beyond academic achievement',
      meaning:
        'Success is wider than marks. Everybody gets chances to try things, to be good at something and to be ' +
        'seen for it, and somebody checks that nobody misses out.',
      examples: [
        'Trips, clubs and visitors that no family is priced out of.',
        'Effort and kindness are celebrated as well as results.',
        'The school knows who takes part and asks those who do not.',
      ],
    },
    {
      key: 'relational-values',
      kind: 'value',
      title: 'Relational values',
      meaning:
        'Learning rests on relationships: between adults and children, among children, and with families. People ' +
        'are known by name and by more than their name.',
      examples: [],
    },
    {
      key: 'care-and-nurture',
      kind: 'value',
      title: 'Care and nurture',
      meaning: 'Adults notice how a child is and respond to the need behind what the child does.',
      examples: [],
    },
    {
      key: 'belonging',
      kind: 'impact',
      title: 'Belonging',
      meaning: 'Children feel that the school is theirs and that they matter in it.',
      examples: [],
    },
    {
      key: 'safety',
      kind: 'impact',
      title: 'Safety',
      meaning:
        'Children feel safe with their feelings, among others, and from harm: emotionally, socially and physically.',
      examples: [],
    },
    {
      key: 'identity',
      kind: 'impact',
      title: 'Identity building and affirmation',
      meaning: 'Children can find out who they are, and are met with respect for it.',
      examples: [],
    },
  ],
  asks: [
    {
      key: 'authority-adopt',
      theme: null,
      audience: 'authority',
      text: 'Adopt the four principles and let them shape your policies.',
    },
    {
      key: 'authority-award',
      theme: null,
      audience: 'authority',
      text: 'Work with your schools so that they take up the Rights Respecting Schools Award.',
    },
    {
      key: 'authority-steering',
      theme: null,
      audience: 'authority',
      text: 'Bring schools together in a steering group for children’s rights, and meet with other authorities.',
    },
    {
      key: 'school-adopt',
      theme: null,
      audience: 'school',
      text: 'Adopt the four principles and let them shape your policies.',
    },
    {
      key: 'school-award',
      theme: null,
      audience: 'school',
      text: 'Take up the Rights Respecting Schools Award together with your authority.',
    },
    { key: 'school-practice', theme: null, audience: 'school', text: 'Show others what works in your school.' },
    {
      key: 'young-people-learn',
      theme: null,
      audience: 'young people',
      text: 'Find out about your rights and how to have a say.',
    },
    {
      key: 'young-people-charter',
      theme: null,
      audience: 'young people',
      text: 'Write a charter for your own school with its staff.',
    },
    {
      key: 'programme-rights',
      theme: null,
      audience: 'programme',
      text: 'Put children’s rights first, and keep the award free for state schools.',
    },
    {
      key: 'programme-invest',
      theme: null,
      audience: 'programme',
      text: 'Help schools to pay for inclusive practice.',
    },
    {
      key: 'programme-partnerships',
      theme: null,
      audience: 'programme',
      text: 'Bring schools and authorities together to learn from each other.',
    },
  ],
  wordings: [
    {
      key: 'research',
      name: 'Research briefing on belonging and safety',
      themes: [
        { theme: 'active-citizens', title: 'Students as Active Citizens' },
        { theme: 'adaptable-and-reflective', title: 'Being Adaptable and Reflective' },
        { theme: 'equity-and-diversity', title: 'Embedding Equity and Diversity' },
        { theme: 'beyond-achievement', title: 'Beyond Academic Achievement' },
      ],
    },
    {
      key: 'young-people',
      name: 'Young people’s action group',
      themes: [
        { theme: 'equity-and-diversity', title: 'Equity and Diversity' },
        { theme: 'active-citizens', title: 'Active Participation' },
        { theme: 'adaptable-and-reflective', title: 'Flexibility and Adaptability' },
        { theme: 'beyond-achievement', title: 'Achievement' },
      ],
    },
  ],
  sources: [
    'After the structure of London’s Inclusion Charter (London’s Violence Reduction Unit, 2024), in our own words.',
  ],
};
