import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'

/** What the provider says of somebody. */
export type Claims = { email: string; email_verified: boolean; name: string; organisation_number?: string }

const CLIENT = { id: 'tumstock', secret: 'a secret of the client of 32 characters' }
const INTERACTION = '/interaction/'

/** A real OpenID provider on a free port that insists on PKCE. Whoever comes is `here.claims`, without being asked. */
export async function openProvider(redirectUri: string, here: { claims: Claims }) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { email: ['email', 'email_verified'], profile: ['name', 'organisation_number'] },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `${INTERACTION}${uid}` },
    cookies: { keys: ['a key for the cookies of the provider'] },
    loadExistingGrant: granted,
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...here.claims }) }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const login = { accountId: here.claims.email }
    if (request.url?.startsWith(INTERACTION)) provider.interactionFinished(request, response, { login })
    else answer(request, response)
  })
  return {
    oidc: {
      issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      name: 'Municipality sign-in',
      organisationClaim: 'organisation_number',
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function granted({ oidc }: KoaContextWithOIDC) {
  const clientId = oidc.client?.clientId ?? ''
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
  grant.addOIDCScope('openid email profile')
  await grant.save()
  return grant
}
