import './scim/mapper.js';
