-- Codes of cards that nobody fetched are deleted by the retention of kit.
drop function record.forget_card_codes(timestamptz);
