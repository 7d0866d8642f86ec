export { AccessTokenEntity } from './access-token.entity.js';
export { AuthModule } from './auth.module.js';
export { type FirstStart, FirstStartService } from './first-start.js';
