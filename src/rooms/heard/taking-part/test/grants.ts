/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_work: {
    'record.add_cards()': 'execute',
    'record.band()': 'execute',
    'record.change_way_in()': 'execute',
    'record.close_intake()': 'execute',
    'record.copy_sounds()': 'execute',
    'record.free_seats()': 'execute',
    'record.move_intake()': 'execute',
    'record.open_intake()': 'execute',
    'record.open_way_in()': 'execute',
    'record.received_by_setting()': 'execute',
    'record.received()': 'execute',
    'record.stop_way_in()': 'execute',
    'record.void_way_in()': 'execute',
  },
  kept_intake: {
    'intake.asked()': 'execute',
    'intake.code_opens()': 'execute',
    'intake.is_spent()': 'execute',
    'intake.key_of()': 'execute',
    'intake.leave_seat()': 'execute',
    'intake.receive()': 'execute',
    'intake.sound_named()': 'execute',
    'intake.take_seat()': 'execute',
  },
  kept_release: {
    'intake.answer': 'select insert delete',
    'intake.inbox': 'select delete',
    'intake.inbox(texts)': 'update',
    'intake.survey': 'select',
    'intake.text': 'insert',
    'intake.destroy_key()': 'execute',
    'intake.forget_turns()': 'execute',
    'intake.key_of()': 'execute',
  },
};
