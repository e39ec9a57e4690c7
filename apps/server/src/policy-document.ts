import { ACTIONS, FIELD_NAMES, FIELDS, type Grant, POLICY, ROLES, type Role, type Scope } from './policy.ts'

const SCOPES: Record<Scope, string> = {
  platform: 'In the installation',
  round: 'In a round',
  entry: 'Towards an entry',
  found: 'In the round of what the request names',
}

/** `POLICY.md`: the policy as one table, for people to read. A test holds the file to it. */
export const policyDocument = (): string =>
  [
    '# Who may do and see what',
    '',
    'Made from `src/policy.ts` (`pnpm unit -u` writes it anew). A row lists every role that the action allows. What is',
    'not listed is denied. In brackets stands what has to be going on (one of these), or, after “not”, what must not be.',
    'Leads and contributors act towards their own entry, contributors in their areas; assessors, visitors and jurors towards',
    'the entries that they have before them, and never where they have a conflict. To whom a round or an entry is not known,',
    'it is refused in the same words as one that does not exist.',
    '',
    ...(Object.keys(SCOPES) as Scope[]).flatMap(scope => [
      `## ${SCOPES[scope]}`,
      '',
      '| action | who |',
      '| --- | --- |',
      ...ACTIONS.filter(action => POLICY[action].scope === scope).map(action =>
        row(action, POLICY[action].grants),
      ),
      '',
    ]),
    '## Fields',
    '',
    'What a person who may read an entry, or a list of them, is shown of it.',
    '',
    '| field | who |',
    '| --- | --- |',
    ...FIELD_NAMES.map(field => row(field, FIELDS[field])),
    '',
  ].join('\n')

const row = (name: string, grants: readonly Grant[]): string =>
  `| \`${name}\` | ${grants.map(inWords).join('; ')} |`

const inWords = ({ to, when, unless }: Grant): string =>
  `${rolesInWords(to)}${when ? ` (${when.join(', ')})` : ''}${unless ? ` (not ${unless.join(', ')})` : ''}`

const EVERYBODY: readonly Role[] = ['admin', 'auditor', 'organiser', 'viewer', 'participant', 'anonymous']
const SIGNED_IN = EVERYBODY.filter(role => role !== 'anonymous')

const rolesInWords = (to: readonly Role[]): string => {
  const has = (roles: readonly Role[]) => roles.every(role => to.includes(role))
  if (has(EVERYBODY)) return 'everyone'
  if (has(SIGNED_IN)) return 'everyone who is signed in'
  return ROLES.filter(role => to.includes(role)).join(', ')
}
