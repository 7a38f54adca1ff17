import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isUuid, uuidAt, uuidTime } from '#base/id.js';

const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 16 });

test('has the form, version and variant of RFC 9562 and gives its time back', () => {
  fc.assert(
    fc.property(moment, random, (time, bytes) => {
      const id = uuidAt(time, bytes);
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.ok(isUuid(id));
      assert.equal(uuidTime(id), time);
    }),
  );
});

test('sorts by time', () => {
  fc.assert(
    fc.property(
      moment,
      moment,
      random,
      random,
      (a, b, first, second) => a === b || uuidAt(a, first) < uuidAt(b, second) === a < b,
    ),
  );
});

test('the example of RFC 9562 appendix A.6', () => {
  const tail = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  assert.equal(uuidAt(0x017f22e279b0, tail), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('refuses what gives no UUID', () => {
  for (const time of [-1, 1.5, Number.NaN, 2 ** 48]) assert.throws(() => uuidAt(time, new Uint8Array(10)), RangeError);
  assert.throws(() => uuidAt(0, new Uint8Array(9)), RangeError);
});
