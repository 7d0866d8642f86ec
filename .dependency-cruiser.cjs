/**
 * Who may import whom: the picture of the architecture as rules. Every rule has a planted violation under
 * test/architecture/violations/<rule name>, and test/architecture/boundaries.spec.ts shows that the rule catches it.
 */

/** Each module with the modules it may name: those in the direction of the arrows, at any distance. */
const reach = {
  organizations: [],
  users: ['organizations'],
  groups: ['users', 'organizations'],
  workspaces: ['organizations'],
  mappings: ['groups', 'workspaces', 'users', 'organizations'],
  provisioning: ['mappings', 'groups', 'workspaces', 'users', 'organizations'],
  auth: ['provisioning', 'mappings', 'groups', 'workspaces', 'users', 'organizations'],
  activity: ['provisioning', 'mappings', 'groups', 'workspaces', 'users', 'organizations'],
};

const modules = Object.keys(reach);

/** The modules with a type of SCIM resource. */
const serveScim = ['users', 'groups'];

const spec = '\\.(e2e-)?spec\\.[cm]?[jt]s$';

const onlyDownFrom = modules.map((name) => ({
  name: `only-down-from-${name}`,
  comment: `${name} may name ${reach[name].join(', ') || 'no other module'}. What travels the other way is an event or a published view.`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: `^src/modules/(${modules.join('|')})/`, pathNot: `^src/modules/(${[name, ...reach[name]].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...onlyDownFrom,
    {
      name: 'module-on-the-picture',
      comment: 'A module has its place in the picture (the table above) before it has files.',
      severity: 'error',
      from: {},
      to: { path: '^src/modules/', pathNot: `^src/modules/(${modules.join('|')})/` },
    },
    {
      name: 'module-by-its-front-door',
      comment: "From outside, a module is its index.ts: nobody reaches past it, not even with 'import type'.",
      severity: 'error',
      from: { path: '^src/(modules/[^/]+|[^/]+)' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'engine-knows-no-other-room',
      comment: 'What computes access knows nobody who edits it by hand, explains it or asks for it: they call it.',
      severity: 'error',
      from: { path: '^src/modules/provisioning/engine/' },
      to: { path: '^src/modules/provisioning/(manual|access-api)/' },
    },
    {
      name: 'manual-and-access-api-are-apart',
      comment: 'Editing access and explaining it are two subjects; what both need is in the engine.',
      severity: 'error',
      from: { path: '^src/modules/provisioning/(manual|access-api)/' },
      to: { path: '^src/modules/provisioning/(manual|access-api)/', pathNot: '^src/modules/provisioning/$1/' },
    },
    {
      name: 'access-api-goes-one-way',
      comment: 'Reconcile previews everybody; preview, explanation and sign-in know nothing of it, nor of each other.',
      severity: 'error',
      from: { path: '^src/modules/provisioning/access-api/(explain|preview|sign-in)/' },
      to: { path: '^src/modules/provisioning/access-api/', pathNot: '^src/modules/provisioning/access-api/$1/' },
    },
    {
      name: 'manual-edits-are-apart',
      comment: 'What the organization, workspaces and projects have in common lies beside their folders.',
      severity: 'error',
      from: { path: '^src/modules/provisioning/manual/([^/]+)/' },
      to: { path: '^src/modules/provisioning/manual/[^/]+/', pathNot: '^src/modules/provisioning/manual/$1/' },
    },
    {
      name: 'scim-and-rest-are-apart',
      comment: 'A module has two faces, and what both show lies at its front.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/(scim|rest)/' },
      to: { path: '^src/modules/$1/(scim|rest)/', pathNot: '^src/modules/$1/$2/' },
    },
    {
      name: 'repositories-know-no-room',
      comment:
        'What is stored does not depend on who shows it: the front has the repositories, and the rooms use them.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/[^/]+\\.repository\\.ts$' },
      to: { path: '^src/modules/$1/(scim|rest)/' },
    },
    {
      name: 'tools-by-the-front-door',
      comment: 'A tool works on the server from outside. What it needs of a module, the module says in its index.ts.',
      severity: 'error',
      from: { path: '^tools/' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'kit-by-its-front-door',
      comment: 'From outside, the protocol kit is src/scim/index.ts.',
      severity: 'error',
      from: { pathNot: '^src/scim/' },
      to: { path: '^src/scim/', pathNot: '^src/scim/index\\.ts$' },
    },
    {
      name: 'kit-imports-text-only',
      comment:
        'The protocol kit is pure TypeScript: no package, no node: module, no part of the source but the pure src/text.',
      severity: 'error',
      from: { path: '^src/scim/', pathNot: spec },
      to: { pathNot: '^src/(scim/|text/index\\.ts$)' },
    },
    {
      name: 'kit-specs-stay-in-the-kit',
      comment: 'Specs of the kit may use test tools, but nothing else of the source: what they need, the kit has.',
      severity: 'error',
      from: { path: `^src/scim/.*${spec}` },
      to: { path: '^src/', pathNot: '^src/(scim/|text/index\\.ts$)' },
    },
    {
      name: 'text-imports-nothing',
      comment: 'How texts are compared and moments are read is pure, and the same for everybody.',
      severity: 'error',
      from: { path: '^src/text/', pathNot: spec },
      to: { pathNot: '^src/text/' },
    },
    {
      name: 'events-import-nothing',
      comment: 'Events are facts of ids and primitives, a leaf that every side can name.',
      severity: 'error',
      from: { path: '^src/events/', pathNot: spec },
      to: { pathNot: '^src/events/' },
    },
    {
      name: 'platform-names-no-module',
      comment: 'The plumbing serves every module and knows none.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/modules/' },
    },
    {
      name: 'platform-names-no-scim',
      comment: 'The plumbing serves every surface and knows none: SCIM registers there what is its own.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(scim|scim-server)/' },
    },
    {
      name: 'scim-server-names-no-module',
      comment: 'The SCIM server has what all types of resource have in common; the modules register theirs.',
      severity: 'error',
      from: { path: '^src/scim-server/' },
      to: { path: '^src/modules/' },
    },
    {
      name: 'kit-for-those-who-serve-scim',
      comment:
        'Whoever serves no SCIM has no use for its kit, least of all for its errors: those of platform say 404, too.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(text|scim|scim-server|events|platform|openapi|modules/(${serveScim.join('|')}))/`,
      },
      to: { path: '^src/scim/' },
    },
    {
      name: 'composition-is-the-top',
      comment: 'main, app.module and app.setup see everything and are named by nothing below them.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'main-only-runs',
      comment: 'Importing what runs would run it: what others need of main.ts belongs in app.setup.ts.',
      severity: 'error',
      from: {},
      to: { path: '^src/(main|cli|openapi-file)\\.ts$' },
    },
    {
      name: 'surfaces-serve-nobody-below',
      comment: 'The command line and the OpenAPI document are made of the modules, which know neither.',
      severity: 'error',
      from: { path: '^src/(text|scim|scim-server|events|platform|modules)/' },
      to: { path: '^src/(cli|openapi)/' },
    },
    {
      name: 'console-knows-the-api-only',
      comment: 'The console runs in a browser: all it shares with the server is the OpenAPI document.',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^(src|tools)/' },
    },
    {
      name: 'tools-stand-alone',
      comment: 'What two tools need lies in tools/harness, which knows none of them.',
      severity: 'error',
      from: { path: '^tools/([^/]+)/' },
      to: { path: '^tools/', pathNot: '^tools/($1|harness)/' },
    },
    {
      name: 'tools-do-not-lean-on-tests',
      comment: 'Tests use the harness, and tools use it; so what both need lies there.',
      severity: 'error',
      from: { path: '^tools/' },
      to: { path: '^test/' },
    },
    {
      name: 'tests-know-the-harness-only',
      comment: 'A tool has its specs beside it; the other tests see none of its parts.',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^tools/', pathNot: '^tools/harness/' },
    },
    {
      name: 'no-tests-in-source',
      comment: 'What is shipped does not lean on a spec, on test support or on what lies beside the source.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { path: `${spec}|^(test|tools|console)/` },
    },
    {
      name: 'no-dev-dependencies-in-source',
      comment: 'A development dependency is absent from an installation; types are, too, and do no harm.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that package.json does not name is there by accident of somebody else’s dependencies.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolvable-imports',
      comment: 'An import that leads nowhere fails only when its line is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-junk-drawers',
      comment: 'A file is named for its one subject; utils and their like have none.',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|utilities|helpers?|common|misc)(/|\\.[jt]s$)', pathNot: 'node_modules' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third. Cycles of types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^src/main\\.ts$', '\\.d\\.ts$', spec] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/architecture/violations/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
