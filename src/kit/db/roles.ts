/**
 * The roles of the three gates and the database they may enter. Roles belong to the whole server, so several databases
 * (tests, a pilot beside the real one) share them; what a role may see is granted inside each database by its migrations.
 */
import pg from 'pg';
import { rolePassword, scramVerifier } from '#kit/postgres/index.js';
import { clientConfig, type Reach } from './client.js';
import { gateNames, gateRole } from './gate.js';

/** The database cannot be used as it is; the message says what its keeper can do. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
}

export const ownerRole = 'kept_owner';
const loginRoles = gateNames.map(gateRole);
const harmless = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

interface RoleRow {
  readonly name: string;
  readonly login: boolean;
  readonly dangerous: boolean;
  readonly member_of: readonly string[];
}

async function knownRoles(client: pg.ClientBase): Promise<ReadonlyMap<string, RoleRow>> {
  const { rows } = await client.query<RoleRow>(
    `select rolname::text as name, rolcanlogin as login, (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls) as dangerous,
            array(select parent.rolname::text from pg_auth_members m join pg_roles parent on parent.oid = m.roleid where m.member = r.oid) as member_of
       from pg_roles r where rolname = any ($1)`,
    [[ownerRole, ...loginRoles]],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function sqlForTheKeeper(missing: readonly string[], user: string): string {
  return missing.map((role) => (role === ownerRole ? `create role ${role} nologin; grant ${role} to ${pg.escapeIdentifier(user)};` : `create role ${role} login;`)).join(' ');
}

/** Creates what is missing. Another database of the same server may be doing the same at this moment. */
async function createRole(client: pg.ClientBase, role: string, secret: Buffer): Promise<void> {
  const login = role === ownerRole ? 'nologin' : `login password ${pg.escapeLiteral(scramVerifier(rolePassword(secret, role)))}`;
  try {
    await client.query(`create role ${role} ${harmless} ${login}`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== '42710' && code !== '23505') throw error;
  }
}

async function signsIn(reach: Reach): Promise<boolean> {
  const client = new pg.Client(clientConfig(reach, { name: 'kept password check', statementTimeout: 5000, lockTimeout: 0, idleInTransactionTimeout: 0 }));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01: the password is another one, for instance since the secret changed.
    if (error instanceof Error && 'code' in error && error.code === '28P01') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepareRoles(client: pg.ClientBase, secret: Buffer): Promise<readonly string[]> {
  const { rows } = await client.query<{ user: string; super: boolean; creates: boolean }>(
    'select current_user::text as "user", rolsuper as super, rolcreaterole as creates from pg_roles where rolname = current_user',
  );
  const me = rows[0] ?? { user: '', super: false, creates: false };
  const before = await knownRoles(client);
  const missing = [ownerRole, ...loginRoles].filter((role) => !before.has(role));
  if (missing.length > 0 && !me.super && !me.creates) {
    throw new DatabaseProblem(
      `Kept gives each of its gates a database role of its own, and the user «${me.user}» in DATABASE_URL may not create roles. Either let it (alter role ${pg.escapeIdentifier(me.user)} createrole;) or have the keeper of the server run once: ${sqlForTheKeeper(missing, me.user)}`,
    );
  }
  for (const role of missing) await createRole(client, role, secret);
  for (const role of (await knownRoles(client)).values()) {
    if (role.member_of.length > 0 || role.dangerous) {
      const reason = role.dangerous ? 'has rights over the whole server' : `is a member of ${role.member_of.join(', ')}`;
      throw new DatabaseProblem(`The database role ${role.name} ${reason}, so the gates would not hold. Take that away (alter role ${role.name} ${harmless}; revoke ... from ${role.name};), then start Kept again.`);
    }
  }
  if (!me.super) {
    const { rows: membership } = await client.query<{ member: boolean }>(`select pg_has_role(current_user, '${ownerRole}', 'MEMBER') as member`);
    // From PostgreSQL 16 on, creating a role gives the right to hand it on but not to act as it.
    if (!membership[0]?.member || missing.includes(ownerRole)) await client.query(`grant ${ownerRole} to current_user`);
  }
  return loginRoles.filter((role) => before.has(role));
}

async function prepareAccess(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; encoding: string; mine: boolean; open: boolean; schema_open: boolean }>(
    `select current_database() as name, current_setting('server_encoding') as encoding,
            (select pg_has_role(current_user, datdba, 'USAGE') from pg_database where datname = current_database()) as mine,
            exists (select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where d.datname = current_database() and a.grantee = 0)
              or not has_database_privilege('${ownerRole}', current_database(), 'CREATE')
              or exists (select from unnest($1::text[]) as r where not has_database_privilege(r, current_database(), 'CONNECT')) as open,
            has_schema_privilege('kept_public', 'public', 'USAGE') as schema_open`,
    [loginRoles],
  );
  const found = rows[0];
  if (!found) throw new DatabaseProblem('The database does not say its name');
  if (found.encoding !== 'UTF8') throw new DatabaseProblem(`The database ${found.name} stores text as ${found.encoding}. Kept needs UTF8: create database kept encoding 'UTF8' template template0;`);
  const name = pg.escapeIdentifier(found.name);
  if ((found.open || found.schema_open) && !found.mine) {
    throw new DatabaseProblem(`The user in DATABASE_URL does not own the database ${found.name}, so Kept cannot close it to others. Have the keeper of the server run: alter database ${name} owner to <that user>;`);
  }
  if (found.open) {
    await client.query(`revoke all on database ${name} from public; grant connect, create on database ${name} to ${ownerRole}; grant connect on database ${name} to ${loginRoles.join(', ')}`);
  }
  if (found.schema_open) await client.query('revoke all on schema public from public');
}

/**
 * Roles with the passwords that derive from the secret, and a database that lets in nobody else. Changes only what is
 * not so yet.
 */
export async function prepareServer(client: pg.ClientBase, secret: Buffer, reach: (role: string) => Reach): Promise<void> {
  const { rows } = await client.query<{ version: number; text: string }>(`select current_setting('server_version_num')::int as version, current_setting('server_version') as text`);
  if ((rows[0]?.version ?? 0) < 150_000) throw new DatabaseProblem(`DATABASE_URL leads to PostgreSQL ${rows[0]?.text}. Kept needs 15 or newer.`);
  const older = await prepareRoles(client, secret);
  await prepareAccess(client);
  const right = await Promise.all(older.map((role) => signsIn(reach(role))));
  for (const [index, role] of older.entries()) {
    if (!right[index]) await client.query(`alter role ${role} login password ${pg.escapeLiteral(scramVerifier(rolePassword(secret, role)))}`);
  }
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
