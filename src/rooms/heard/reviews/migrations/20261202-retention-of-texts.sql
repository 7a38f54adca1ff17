-- Texts are deleted by the retention of kit alone.
drop function record.forget_texts(date);
