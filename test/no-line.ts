/** Tables whose rows somebody changes without a line in the journal of that same transaction, each with its reason. */
const ofAnImport =
  'A part of what an import records, tried by itself; the import has the line (rooms/decided/imports).';

export const noLine: Readonly<Record<string, string>> = {
  'record.way_in': 'The moment of a class session would place the answers of a class in time (rooms/heard/surveys).',
  'record.card_codes':
    'Codes of a batch wait half an hour for whoever prints them; that the batch was made has the line.',
  'record.directory_file':
    'A file that is looked at first: what is taken from it has the line (rooms/ground/directory).',
  'record.import': 'A reading that is looked at, and answered, first: what is recorded from it has the line.',
  'record.action': ofAnImport,
  'record.agenda_item': ofAnImport,
  'record.appointment': ofAnImport,
  'record.attendance': ofAnImport,
  'record.board': ofAnImport,
  'record.decision': ofAnImport,
  'record.declaration': ofAnImport,
  'record.meeting': ofAnImport,
  'record.membership': ofAnImport,
  'record.minute': ofAnImport,
  'record.minute_entry': ofAnImport,
  'record.minutes': ofAnImport,
  'record.office': ofAnImport,
  'record.outside_body': ofAnImport,
  'record.person': ofAnImport,
  'record.political_group': ofAnImport,
  'record.recommendation': ofAnImport,
  'record.report': ofAnImport,
  'record.seat': ofAnImport,
  'record.substitute': ofAnImport,
};
