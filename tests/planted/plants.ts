/** All bugs that are planted, to see that the tests catch them. */
import { chatPlants } from './chat-plants.ts'
import { moneyPlants } from './money-plants.ts'
import { operationsPlants } from './operations-plants.ts'
import { peoplePlants } from './people-plants.ts'
import { picturePlants } from './picture-plants.ts'
import type { Plant } from './plant.ts'
import { storePlants } from './store-plants.ts'
import { tenantPlants } from './tenant-plants.ts'

export const plants: readonly Plant[] = [
  ...moneyPlants,
  ...picturePlants,
  ...peoplePlants,
  ...operationsPlants,
  ...storePlants,
  ...chatPlants,
  ...tenantPlants,
]
