-- A form that is pressed twice does its act once (docs/decisions/0028). What of a press that did its act is kept is a hash that nobody can
-- work back, and where it led. Of nobody: it names no account, no organisation and no time of its form.
create table kit.spent_form (
  sign bytea not null constraint spent_form_pk primary key constraint spent_form_sign_is_hash check (octet_length(sign) = 32),
  leads_to text not null,
  spent_at timestamptz not null
);
create index spent_form_by_time on kit.spent_form (spent_at);
revoke all on kit.spent_form from public;
grant select, insert, update, delete on kit.spent_form to kept_work;
