/** The places of a list, counted from 0, of which some are taken out. */
export class Places {
  /** In rising order. */
  readonly #out: number[] = [];

  get count(): number {
    return this.#out.length;
  }

  /** Where what stands at `index` among those that are left stood at first. */
  before(index: number): number {
    let [low, high] = [0, this.#out.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#out[middle] ?? 0) - middle > index) high = middle;
      else low = middle + 1;
    }
    return index + low;
  }

  /** Where what stood at `place` at first stands among those that are left. */
  after(place: number): number {
    return place - this.#rank(place);
  }

  isOut(place: number): boolean {
    return this.#out[this.#rank(place)] === place;
  }

  /** Takes out what stood at `place` at first. */
  takeOut(place: number): void {
    if (!this.isOut(place)) this.#out.splice(this.#rank(place), 0, place);
  }

  /** How many before `place` are out. */
  #rank(place: number): number {
    let [low, high] = [0, this.#out.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#out[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
