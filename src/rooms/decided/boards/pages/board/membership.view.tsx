/** Who sits on a board: the part of its page that is frozen when it is published. */
import { People, Person } from '#ui/person/person.js';
import { Stat } from '#ui/stat/stat.js';
import { Cards } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import type { BoardContent, GroupMembership, Member } from '../../words.js';

export interface MembershipViewProps {
  readonly content: BoardContent;
  readonly person: (slug: string) => string;
}

export function MembershipView({ content, person }: MembershipViewProps) {
  const { groups, outsideBodies } = content;
  const members = groups.flatMap((group) => group.members);
  const substitutes = groups.flatMap((group) => group.substitutes);
  // A sum of seats would be invented where a group has no count.
  const seats = groups.every((group) => group.seats !== null)
    ? groups.reduce((sum, group) => sum + (group.seats ?? 0), 0)
    : null;
  const officers = members.filter((member) => member.office !== null);
  return (
    <>
      {members.length + substitutes.length > 0 && (
        <Cards small>
          {[
            ...(seats === null
              ? []
              : [
                  <Stat
                    value={seats}
                    label={seats === 1 ? 'seat' : 'seats'}
                    note={vacancyWords(seats - members.length)}
                  />,
                ]),
            <Stat value={members.length} label={members.length === 1 ? 'member' : 'members'} />,
            ...(groups.some((group) => group.name !== null)
              ? [<Stat value={groups.length} label={groups.length === 1 ? 'group' : 'groups'} />]
              : []),
            <Stat value={substitutes.length} label={substitutes.length === 1 ? 'substitute' : 'substitutes'} />,
          ]}
        </Cards>
      )}
      {officers.length > 0 && (
        <section>
          <h2 id="officers">Who leads the board</h2>
          <MemberList members={officers} person={person} />
        </section>
      )}
      <section>
        <h2 id="membership">Members{content.cycle !== null && ` ${content.cycle}`}</h2>
        {groups.length === 0 && <p>No members have been published for this board yet.</p>}
        {groups.map((group) => (
          <Group group={group} person={person} />
        ))}
      </section>
      {outsideBodies.length > 0 && (
        <section>
          <h2 id="outside-bodies">Outside bodies</h2>
          <p>People this board has sent to speak for it elsewhere.</p>
          <ul class="plain-list">
            {outsideBodies.map((body) => (
              <li>
                <strong>{body.name}</strong>:{' '}
                {body.people.map((one, at) => (
                  <>
                    {at > 0 && ', '}
                    <a href={person(one.slug)}>{one.name}</a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function vacancyWords(vacancies: number): string {
  if (vacancies === 0) return 'all filled';
  if (vacancies < 0) return 'fewer than the members named';
  return vacancies === 1 ? '1 vacant' : `${vacancies} vacant`;
}

function Group({ group, person }: { readonly group: GroupMembership; readonly person: (slug: string) => string }) {
  const vacant = group.seats === null ? 0 : group.seats - group.members.length;
  return (
    <section class="group">
      <h3>
        {group.name ?? 'Members'}
        {group.seats !== null && (
          <span class="pack__count"> {group.seats === 1 ? '1 seat' : `${group.seats} seats`}</span>
        )}
      </h3>
      {group.office && (group.office.email !== null || group.office.phone !== null) && (
        <p class="soft">
          Group office: {group.office.phone}
          {group.office.phone !== null && group.office.email !== null && ', '}
          {group.office.email !== null && <a href={`mailto:${group.office.email}`}>{group.office.email}</a>}
        </p>
      )}
      {group.members.length > 0 && <MemberList members={group.members} person={person} />}
      {vacant > 0 && (
        <p>
          <Tag tone="yellow">{vacant === 1 ? '1 vacant seat' : `${vacant} vacant seats`}</Tag>
        </p>
      )}
      {group.substitutes.length > 0 && (
        <>
          <h4>Substitutes</h4>
          <MemberList members={group.substitutes} person={person} />
        </>
      )}
    </section>
  );
}

function MemberList({
  members,
  person,
}: {
  readonly members: readonly Member[];
  readonly person: (slug: string) => string;
}) {
  return (
    <People>
      {members.map((member) => (
        <Person
          name={member.name}
          href={person(member.slug)}
          honours={member.honours ?? undefined}
          office={member.office ?? undefined}
          from={member.authority ?? undefined}
        />
      ))}
    </People>
  );
}
