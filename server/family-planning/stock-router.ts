import { router, staff } from '../trpc.ts';
import * as stock from './schema/stock.ts';
import { moveStock } from './stock/move-stock.ts';
import { getStock } from './stock/stock-queries.ts';

const planner = staff('family_planner');

/** Contraceptives that the worker's own place has. */
export const stockRouter = router({
  view: planner
    .input(stock.stockInput)
    .output(stock.stockOutput)
    .query(({ ctx, input }) => getStock(ctx, input)),
  move: planner
    .input(stock.moveStockInput)
    .output(stock.movedStock)
    .mutation(({ ctx, input }) => moveStock(ctx, input)),
});
