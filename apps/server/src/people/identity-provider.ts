import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { Oidc } from '../config.ts'

/** The name of the one identity provider in addresses and in the table `account`. */
export const OIDC = 'oidc'

/**
 * Sign-in with the organisation's own identity provider, by code and PKCE. It makes nobody a person here: who comes in is
 * found by the address that the provider says it has verified.
 */
export const identityProvider = (oidc: Oidc | undefined) =>
  genericOAuth({ config: oidc ? [providerOf(oidc)] : [] })

const providerOf = ({
  issuer,
  clientId,
  clientSecret,
  name,
  organisationClaim,
}: Oidc): GenericOAuthConfig => ({
  providerId: OIDC,
  name,
  discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId,
  clientSecret,
  tokenEndpointAuth: { method: 'client_secret_basic' },
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  disableSignUp: true,
  mapProfileToUser: profile => ({ organisationNumber: organisationIn(profile, organisationClaim) }),
})

/** Null where the provider says none, so that an old one does not stay. */
function organisationIn(profile: Record<string, unknown>, claim: string | undefined): string | null {
  const said = claim === undefined ? undefined : profile[claim]
  return typeof said === 'string' && said !== '' && said.length <= MOST ? said : null
}

/** Characters; a longer claim is no organisation number of any country. */
const MOST = 50
