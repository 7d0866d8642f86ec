import '../rest/dto.js';
