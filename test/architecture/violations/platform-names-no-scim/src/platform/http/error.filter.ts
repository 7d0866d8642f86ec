import '../../scim/index.js';
import '../../scim-server/lists.js';
