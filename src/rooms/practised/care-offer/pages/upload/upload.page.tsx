import { z } from 'zod';
import { megabytes } from '#kit/fields.js';
import { invalid, type Outcome, redirect, view, workPage } from '#kit/page.js';
import { readTableAside } from '#rooms/ground/directory/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordOffersOfFile } from '../../acts.js';
import { csvColumns, csvHead, offerTable, readOffers } from '../../offers-csv.js';
import { careOfferPaths } from '../../paths.js';
import { offerProblemWords } from '../../view-words.js';
import { offerContext } from '../edit-offer/context.js';
import { NoOffers } from '../edit-offer/edit-offer.view.js';
import { UploadOffers, type UploadOffersProps } from './upload.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Care offer', href: careOfferPaths.desk() },
  { text: 'Bring in a file of offers' },
];

function shown(props: Omit<UploadOffersProps, 'columns'>) {
  return { title: 'Bring in a file of offers', crumbs, main: <UploadOffers {...props} columns={csvColumns} /> };
}

export const uploadPage = workPage({
  path: '/work/care-offer/upload',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, now }) {
    const context = await offerContext(db, visitor.organisation, now);
    return view(
      context
        ? shown({ publish: false, change: false, message: null, rows: [], broken: 0 })
        : { title: 'No offers here', crumbs, main: <NoOffers /> },
    );
  },
  prepare: async ({ files: { offers } }) => offers && readTableAside(offers.bytes, offerTable),
  fields: { publish: 'choice', change: 'choice' },
  files: { offers: { atMost: 8 * megabytes } },
  async post({ db, visitor, fields, prepared: table, now }): Promise<Outcome> {
    const publish = fields.get('publish') === 'yes';
    const change = fields.get('change') === 'yes';
    const refuse = (message: string, rows: UploadOffersProps['rows'] = [], broken = 0): Outcome =>
      invalid(shown({ publish, change, message, rows, broken }));
    const context = await offerContext(db, visitor.organisation, now);
    if (!context) return invalid({ title: 'No offers here', crumbs, main: <NoOffers /> });
    if (!table) return refuse('Choose a file');
    const read = table.ok ? readOffers(table.value, context) : table;
    if (!read.ok) return refuse(read.problem.message, read.problem.rows, read.problem.broken);
    const taken = await recordOffersOfFile(db, whoOf(visitor, now), read.value, { publish, change });
    if (!taken.ok) return refuse(`${offerProblemWords(taken.problem)}. Nothing of the file was saved.`);
    const { made, changed, same } = taken.value;
    return redirect(`${careOfferPaths.desk()}?done=${made}-${changed}-${same}`);
  },
});

/** The names of the columns, as a file to fill in. */
export const templatePage = workPage({
  path: '/work/care-offer/upload/columns.csv',
  params: z.object({}),
  needs: 'lead',
  get: async () => ({
    kind: 'file',
    body: `${csvHead}\r\n`,
    type: 'text/csv; charset=utf-8',
    download: 'care-offers.csv',
  }),
});
