/** The image models that can be asked. */
import type { ImageModel } from './image-model.ts'
import { everyAbility, joinAbilities, type ModelAbilities } from './model-abilities.ts'

/** The port of each. */
export interface Models<Model = ImageModel> {
  /** Draws what names no other. */
  model: Model
  /** What people may choose besides. */
  otherModels?: readonly Model[]
}

export const listModels = <Model>({
  model,
  otherModels = [],
}: Models<Model>): readonly [Model, ...Model[]] => [model, ...otherModels]

/** The one of that id; the first where none is named, or it can be asked no more. */
export function findModel<Model extends { id: string }>(
  models: Models<Model>,
  id: string | undefined,
): Model {
  return listModels(models).find((each) => each.id === id) ?? models.model
}

/** What one or another of them takes. */
export const joinTaken = (models: Models<Pick<ImageModel, 'abilities'>>): ModelAbilities =>
  joinAbilities(listModels(models).map(({ abilities = everyAbility }) => abilities))
