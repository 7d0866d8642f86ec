import 'node:fs';
import 'kysely';
import '../events/user.events.js';
