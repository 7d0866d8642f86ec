import 'node:assert';
import '../events/user.events.js';
