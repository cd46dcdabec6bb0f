import { CreatedUserView, CreateUserBody, UpdateUserBody, UserView } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, type Principal, Who } from '@kentongan/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { fieldPipe } from '../field.pipe.js';
import { type CreatedUser, UsersService } from './users.service.js';

const UserId = z.string().max(64);

/** The accounts, for administrators and for the operator's commands. */
@Controller('api/users')
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
@UsePipes(fieldPipe)
export class UsersController {
  constructor(@Inject(UsersService) private readonly users: UsersService) {}

  @Get()
  @Answers(z.array(UserView))
  list(@Who() principal: Principal): Promise<UserView[]> {
    return this.users.list(principal);
  }

  @Post()
  @HttpCode(200)
  @Answers(CreatedUserView)
  create(
    @Body({ schema: CreateUserBody }) body: z.infer<typeof CreateUserBody>,
    @Who() principal: Principal,
  ): Promise<CreatedUser> {
    return this.users.create(body, principal);
  }

  @Patch(':userId')
  @Answers(UserView)
  update(
    @Param('userId', { schema: UserId }) userId: string,
    @Body({ schema: UpdateUserBody }) body: UpdateUserBody,
    @Who() principal: Principal,
  ): Promise<UserView> {
    return this.users.update(userId, body, principal);
  }

  @Post(':userId/one-time-password')
  @HttpCode(200)
  @Answers(CreatedUserView)
  issueOneTimePassword(
    @Param('userId', { schema: UserId }) userId: string,
    @Who() principal: Principal,
  ): Promise<CreatedUser> {
    return this.users.issueOneTimePassword(userId, principal);
  }
}
