import './billing.service.js';
