import '../../openapi/document.js';
