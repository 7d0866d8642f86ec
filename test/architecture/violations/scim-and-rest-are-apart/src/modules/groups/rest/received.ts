import '../scim/mapper.js';
