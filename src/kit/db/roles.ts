/**
 * The roles of the gates and the database they may enter. Roles belong to the whole server, so each database of a server of
 * one's own has roles of its own, named after it; what a role may see is granted inside the database by its migrations.
 * A database made before that, the embedded one and the tests' have the plain names (docs/decisions/0018).
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { rolePassword, scramVerifier } from '#kit/postgres/index.js';
import { Connection, type Reach } from './client.js';
import { gateNames, gateRole } from './gate.js';

/** The database cannot be used as it is; the message says what its keeper can do. */
export class DatabaseProblem extends Error {
  override readonly name: string = 'DatabaseProblem';
}

export const ownerRole = 'kept_owner';
const harmless = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
/** PostgreSQL cuts names at 63 bytes; the longest of ours has 12. */
const suffixAtMost = 48;

/** What the names of a database's roles end in, where it has roles of its own. */
export function suffixFor(database: string): string {
  const plain = database
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, suffixAtMost - 8);
  return plain === database
    ? `_${plain}`
    : `_${plain}_${createHash('sha256').update(database).digest('hex').slice(0, 6)}`;
}

/** The suffix by which a database was made, as the owner of its oldest table tells; null where nothing was made yet. */
export async function knownSuffix(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ owner: string }>(
    `select pg_get_userbyid(relowner)::text as owner from pg_class where oid = to_regclass('kit.migration')`,
  );
  const owner = rows[0]?.owner;
  return owner?.startsWith(ownerRole) ? owner.slice(ownerRole.length) : null;
}

/** Names of roles in a migration are the plain ones; a database with roles of its own gets those in their place. */
export function withRoles(sql: string, suffix: string): string {
  return suffix === ''
    ? sql
    : sql.replace(/\bkept_(?:owner|public|work|intake|release)\b/g, (role) => `${role}${suffix}`);
}

/** What is needed to make the roles of a database and to keep their passwords. */
export interface RoleParts {
  readonly secret: Buffer;
  /** The way in for a gate's role, by its plain name. */
  readonly reach: (role: string) => Reach;
  /** Left out: the plain names. */
  readonly roleSuffix?: string;
}

interface Names {
  readonly owner: string;
  readonly logins: readonly string[];
}

function namesOf({ roleSuffix = '' }: RoleParts): Names {
  return { owner: `${ownerRole}${roleSuffix}`, logins: gateNames.map((gate) => `${gateRole(gate)}${roleSuffix}`) };
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

interface RoleRow {
  readonly name: string;
  readonly dangerous: boolean;
  readonly member_of: readonly string[];
}

async function knownRoles(client: pg.ClientBase, { owner, logins }: Names): Promise<ReadonlyMap<string, RoleRow>> {
  const { rows } = await client.query<RoleRow>(
    `select rolname::text as name, (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls) as dangerous,
            array(select parent.rolname::text from pg_auth_members m join pg_roles parent on parent.oid = m.roleid where m.member = r.oid) as member_of
       from pg_roles r where rolname = any ($1)`,
    [[owner, ...logins]],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** Never the password itself: what PostgreSQL stores of it, made anew each time. */
function passwordClause(secret: Buffer, role: string): string {
  return `password ${pg.escapeLiteral(scramVerifier(rolePassword(secret, role)))}`;
}

/** What the keeper of the server runs by hand, whole: they need not know the secret. */
function sqlForTheKeeper(missing: readonly string[], names: Names, secret: Buffer, user: string): string {
  return missing
    .map((role) =>
      role === names.owner
        ? `create role ${role} nologin; grant ${role} to ${pg.escapeIdentifier(user)};`
        : `create role ${role} login ${passwordClause(secret, role)};`,
    )
    .join('\n');
}

/** Creates what is missing. Another database of the same server may be doing the same at this moment. */
async function createRole(client: pg.ClientBase, role: string, names: Names, secret: Buffer): Promise<void> {
  try {
    await client.query(
      `create role ${role} ${harmless} ${role === names.owner ? 'nologin' : `login ${passwordClause(secret, role)}`}`,
    );
  } catch (error) {
    if (!isCode(error, '42710', '23505')) throw error;
  }
}

/** Whether the server lets somebody in with that password. */
export async function signsIn(reach: Reach): Promise<boolean> {
  const client = new Connection(reach, {
    name: 'kept password check',
    statementTimeout: 5000,
    lockTimeout: 0,
    idleInTransactionTimeout: 0,
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01: the password is another one, for instance since the secret changed.
    if (isCode(error, '28P01')) return false;
    if (isCode(error, '28000')) {
      throw new DatabaseProblem(
        `The server lets the roles of Kept's gates not in with a password ` +
          `(${error instanceof Error ? error.message : ''}). Have its keeper put a line for them into pg_hba.conf, ` +
          `above the others, such as: local DATABASE kept_public,kept_work,kept_intake,kept_release scram-sha-256`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function joinOwner(client: pg.ClientBase, owner: string, user: string, isNew: boolean): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(
    `select pg_has_role(current_user, '${owner}', 'MEMBER') as member`,
  );
  // From PostgreSQL 16 on, creating a role gives the right to hand it on but not to act as it.
  if (rows[0]?.member && !isNew) return;
  try {
    await client.query(`grant ${owner} to current_user`);
  } catch (error) {
    if (!isCode(error, '42501')) throw error;
    throw new DatabaseProblem(
      `The user «${user}» in DATABASE_URL may not act as ${owner}, who owns the tables. Have the keeper of the ` +
        `server run: grant ${owner} to ${pg.escapeIdentifier(user)};`,
      { cause: error },
    );
  }
}

async function prepareRoles(client: pg.ClientBase, parts: RoleParts): Promise<void> {
  const names = namesOf(parts);
  const { rows } = await client.query<{ user: string; super: boolean; creates: boolean }>(
    'select current_user::text as "user", rolsuper as super, rolcreaterole as creates from pg_roles where rolname = current_user',
  );
  const me = rows[0] ?? { user: '', super: false, creates: false };
  const before = await knownRoles(client, names);
  const missing = [names.owner, ...names.logins].filter((role) => !before.has(role));
  if (missing.length > 0 && !me.super && !me.creates) {
    throw new DatabaseProblem(
      `Kept gives each of its gates a database role of its own, and the user «${me.user}» in DATABASE_URL may ` +
        `not create roles. Either let it (alter role ${pg.escapeIdentifier(me.user)} createrole;), or have the ` +
        `keeper of the server run the following once, then start Kept again. The long texts are what the server ` +
        `stores of the roles' passwords, not the ` +
        `passwords:\n${sqlForTheKeeper(missing, names, parts.secret, me.user)}`,
    );
  }
  for (const role of missing) await createRole(client, role, names, parts.secret);
  for (const role of (await knownRoles(client, names)).values()) {
    if (role.member_of.length > 0 || role.dangerous) {
      const reason = role.dangerous
        ? 'has rights over the whole server'
        : `is a member of ${role.member_of.join(', ')}`;
      throw new DatabaseProblem(
        `The database role ${role.name} ${reason}, so the gates would not hold. Take that away (alter role ` +
          `${role.name} ${harmless}; revoke ... from ${role.name};), then start Kept again.`,
      );
    }
  }
  if (!me.super) await joinOwner(client, names.owner, me.user, missing.includes(names.owner));
}

const isMine = `(select pg_has_role(current_user, datdba, 'USAGE') from pg_database where datname = current_database())`;
const isOpenToAll = `exists (select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
  where d.datname = current_database() and a.grantee = 0)`;

function notOwned(name: string): DatabaseProblem {
  return new DatabaseProblem(
    `The user in DATABASE_URL does not own the database ${name}, so Kept cannot close it to others. Have the ` +
      `keeper of the server run: alter database ${pg.escapeIdentifier(name)} owner to <that user>;`,
  );
}

/** What no role can mend is said first. */
async function refuseUnfit(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{
    version: number;
    text: string;
    name: string;
    encoding: string;
    mine: boolean;
    open: boolean;
  }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as text, current_database()::text as name,
            current_setting('server_encoding') as encoding, ${isMine} as mine, ${isOpenToAll} as open`,
  );
  const found = rows[0];
  if (!found || found.version < 150_000)
    throw new DatabaseProblem(`DATABASE_URL leads to PostgreSQL ${found?.text}. Kept needs 15 or newer.`);
  if (found.encoding !== 'UTF8')
    throw new DatabaseProblem(
      `The database ${found.name} stores text as ${found.encoding}. Kept needs UTF8: create database kept encoding 'UTF8' template template0;`,
    );
  if (found.open && !found.mine) throw notOwned(found.name);
}

async function prepareAccess(client: pg.ClientBase, { owner, logins }: Names): Promise<void> {
  const { rows } = await client.query<{ name: string; mine: boolean; open: boolean; schema_open: boolean }>(
    `select current_database() as name, ${isMine} as mine,
            ${isOpenToAll} or not has_database_privilege('${owner}', current_database(), 'CREATE')
              or exists (select from unnest($1::text[]) as r where not has_database_privilege(r, current_database(), 'CONNECT')) as open,
            has_schema_privilege($2, 'public', 'USAGE') as schema_open`,
    [logins, logins[0]],
  );
  const found = rows[0];
  if (!found) throw new DatabaseProblem('The database does not say its name');
  const name = pg.escapeIdentifier(found.name);
  if ((found.open || found.schema_open) && !found.mine) throw notOwned(found.name);
  if (found.open) {
    await client.query(
      `revoke all on database ${name}
        from public; grant connect, create on database ${name} to ${owner}; grant connect on database ${name} to
        ${logins.join(', ')}`,
    );
  }
  if (found.schema_open) await client.query('revoke all on schema public from public');
}

/** Roles, and a database that lets in nobody else. Changes only what is not so yet, and no password. */
export async function prepareServer(client: pg.ClientBase, parts: RoleParts): Promise<void> {
  await refuseUnfit(client);
  await prepareRoles(client, parts);
  await prepareAccess(client, namesOf(parts));
}

/** Other databases of the server in which the roles have rights: another Kept that was made with the same names. */
async function othersOf(client: pg.ClientBase, { owner, logins }: Names): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct d.datname::text as name from pg_shdepend s join pg_database d on d.oid = s.dbid
      where s.refclassid = 'pg_authid'::regclass and s.refobjid in (select oid from pg_roles where rolname = any ($1))
        and d.datname <> current_database() order by 1`,
    [[owner, ...logins]],
  );
  return rows.map(({ name }) => name);
}

/** Gives the gates' roles the passwords that derive from the secret, where they have others; never those of another Kept. */
export async function settlePasswords(client: pg.ClientBase, parts: RoleParts): Promise<void> {
  const names = namesOf(parts);
  const right = await Promise.all(gateNames.map((gate) => signsIn(parts.reach(gateRole(gate)))));
  const wrong = names.logins.filter((_, index) => !right[index]);
  if (wrong.length === 0) return;
  const others = await othersOf(client, names);
  if (others.length > 0) {
    throw new DatabaseProblem(
      `Another Kept on this server (database ${others.join(', ')}) has the same database roles ` +
        `(${wrong.join(', ')}) with other passwords, so this one would lock it out. Make a backup of this one ` +
        `(kept backup FILE) and restore it into a new, empty database (kept restore FILE): its roles are then its ` +
        `own.`,
    );
  }
  await setPasswords(client, wrong, parts.secret);
}

async function setPasswords(client: pg.ClientBase, roles: readonly string[], secret: Buffer): Promise<void> {
  const text = roles.map((role) => `alter role ${role} login ${passwordClause(secret, role)};`);
  try {
    await client.query(text.join(' '));
  } catch (error) {
    if (!isCode(error, '42501')) throw error;
    throw new DatabaseProblem(
      `The roles of Kept's gates have other passwords than this secret gives them, and the user in DATABASE_URL ` +
        `may not change them. Have the keeper of the server run the following, then start Kept again. The long ` +
        `texts are what the server stores of the passwords, not the passwords:\n${text.join('\n')}`,
      { cause: error },
    );
  }
}

/** All gates' roles get the passwords of another secret; inside the transaction that changes the secret. */
export async function changePasswords(
  client: pg.ClientBase,
  parts: Pick<RoleParts, 'roleSuffix'>,
  next: Buffer,
): Promise<void> {
  await setPasswords(client, namesOf({ ...parts, secret: next, reach: () => ({ connectionString: '' }) }).logins, next);
}

/** One line for each right of a role on a schema, table, view, sequence or function of ours, sorted. For tests that assert exactly what a gate may do. */
export async function rightsOf(client: pg.ClientBase, role: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ line: string }>(
    `with schemas as (select oid, nspname, nspacl, nspowner from pg_namespace where nspname in ('record', 'published', 'intake', 'kit', 'extension', 'public')),
     who as (select oid from pg_roles where rolname = $1 union all select 0::oid)
     select 'schema ' || nspname || ': ' || lower(a.privilege_type) as line
       from schemas s, aclexplode(coalesce(s.nspacl, acldefault('n', s.nspowner))) a where a.grantee in (select oid from who)
     union
     select s.nspname || '.' || c.relname || ': ' || lower(a.privilege_type)
       from pg_class c join schemas s on s.oid = c.relnamespace,
            aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner))) a
      where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and s.nspname <> 'extension' and a.grantee in (select oid from who)
     union
     select s.nspname || '.' || c.relname || '(' || t.attname || '): ' || lower(a.privilege_type)
       from pg_attribute t join pg_class c on c.oid = t.attrelid join schemas s on s.oid = c.relnamespace, aclexplode(t.attacl) a
      where a.grantee in (select oid from who)
     union
     select s.nspname || '.' || p.proname || '(): ' || lower(a.privilege_type)
       from pg_proc p join schemas s on s.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where s.nspname <> 'extension' and a.grantee in (select oid from who)
     order by 1`,
    [role],
  );
  return rows.map(({ line }) => line);
}
