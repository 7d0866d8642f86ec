import '../scim/filter/ast.js';
