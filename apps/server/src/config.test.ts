import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const OIDC = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'tumstock',
  OIDC_CLIENT_SECRET: 'secret',
}

test('an identity provider is named by its host unless it has a name', () => {
  expect([{}, OIDC, { ...OIDC, OIDC_NAME: 'ID' }].map(env => readConfig([], env).oidc?.name)).toEqual([
    undefined,
    'login.example',
    'ID',
  ])
})

test('half an identity provider is refused in one line', () => {
  const { OIDC_CLIENT_SECRET: _, ...half } = OIDC
  expect(() => readConfig([], half)).toThrow(
    'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all, or none.',
  )
})

test('a second factor is required of roles that there are', () => {
  const required = (list: string) => readConfig([], { REQUIRE_TWO_FACTOR: list }).requireTwoFactor
  expect([required(''), required('admin, organiser')]).toEqual([[], ['admin', 'organiser']])
  expect(() => required('admin,owner')).toThrow(
    'REQUIRE_TWO_FACTOR lists roles with commas between; allowed: admin, auditor, organiser, viewer, participant.',
  )
})
