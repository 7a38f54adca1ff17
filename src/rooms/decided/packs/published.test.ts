import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publication, publicBoard, publicMeeting } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { packFile, publishedPack } from './published.js';

test('the newest version of a pack is shown where none is named, and each version stays as it was', async () => {
  await rolledBack(async (write) => {
    const board = 'packs-of-a-board';
    await publicBoard(write, board);
    await publicMeeting(write, board, '2026-03-12');
    await publicMeeting(write, board, '2026-05-14');
    for (const version of [1, 2, 3]) await publication(write, 'pack', `${board}/2026-03-12`, version);
    await publication(write, 'pack', `${board}/2026-05-14`, 1);
    const shown = async (version: number | null) => {
      const found = await publishedPack(write, board, '2026-03-12', version);
      return found && [found.version, found.newest, found.html, found.date];
    };
    assert.deepEqual(await shown(null), [3, 3, `<p>${board}/2026-03-12, version 3</p>`, '2026-03-12']);
    assert.deepEqual(await shown(1), [1, 3, `<p>${board}/2026-03-12, version 1</p>`, '2026-03-12']);
    assert.equal(await shown(4), undefined);
    assert.equal(await publishedPack(write, board, '2026-04-01', null), undefined);
    const content = async (version: number | null) =>
      JSON.parse(String(await packFile(write, board, '2026-03-12', version, 'content'))).version;
    assert.deepEqual([await content(null), await content(2)], [3, 2]);
    assert.equal(await packFile(write, board, '2026-03-12', 4, 'content'), null);
  });
});
