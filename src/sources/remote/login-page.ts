/** Parts of hosts and paths of login pages: of Microsoft Entra, AD FS, SAP, Okta, Auth0, Keycloak and others. */
const LOGIN =
  /(?:^|[./_-])(?:log-?[io]n|sign-?in|sso|saml2?|adfs|oauth2?|oidc|authorize|auth|accounts?|login\w*|wsfed|idp)(?=[./_?-]|$)/i;

/** Whether a URL looks like that of a login page. */
export function isLoginUrl({ hostname, pathname }: URL): boolean {
  return LOGIN.test(hostname) || LOGIN.test(pathname);
}
