import { Cards } from '#ui/page/page.js';
import { Stat } from '#ui/stat/stat.js';

export interface FiguresProps {
  readonly signed: number;
  readonly acting: number;
  readonly overdue: number;
  readonly lapsed: number;
}

const plain = (count: number): string => count.toLocaleString('en-GB');

/** Always the four together: a number of signatures says nothing without what came of them (reference listening 5.3). */
export function Figures({ signed, acting, overdue, lapsed }: FiguresProps) {
  return (
    <Cards small>
      {[
        <Stat value={plain(signed)} label="signed" note="and not lapsed" />,
        <Stat value={plain(acting)} label="of them acting" note="a promise that counts under every theme" />,
        <Stat
          value={plain(overdue)}
          label={overdue === 1 ? 'overdue promise' : 'overdue promises'}
          note="of those who signed"
        />,
        <Stat value={plain(lapsed)} label="lapsed" note="not signed again for 24 months" />,
      ]}
    </Cards>
  );
}
