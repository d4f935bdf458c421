"use strict";

// Scans codes with the camera at the back of the device.
class Camera {
  static #squareSide = 900;
  static #wholeSide = 1200;
  static #pauseMilliseconds = 60;

  /**
   * @param {HTMLVideoElement} video shows what the camera sees
   * @param {(text: string) => void} found is told of a code, once
   */
  constructor(video, found) {
    this.video = video;
    this.found = found;
    this.stream = null;
    this.isStopped = false;
    this.last = null;
    this.looks = 0;
  }

  /** Starts. Returns null, or why there is no picture: CAMERA_DENIED, CAMERA_MISSING or CAMERA_FAILED. */
  async start() {
    if (!navigator.mediaDevices?.getUserMedia) return "CAMERA_MISSING";
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } },
      });
      this.stream = stream;
      if (this.isStopped) {
        this.stop();
        return null;
      }
      this.video.srcObject = stream;
      await this.video.play();
    } catch (e) {
      // Stopped while it started.
      if (this.isStopped) return null;
      this.stop();
      return Camera.#faultOf(e);
    }
    this.#look();
    return null;
  }

  stop() {
    this.isStopped = true;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.video.srcObject = null;
  }

  /** Whether the device has a light. */
  hasLight() {
    return this.stream?.getVideoTracks()[0]?.getCapabilities?.().torch === true;
  }

  async setLight(isOn) {
    try {
      await this.stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: isOn }] });
    } catch {
      // Some devices say that they have a light and do not let it be switched.
    }
  }

  static #faultOf(e) {
    if (e.name === "NotAllowedError" || e.name === "SecurityError") return "CAMERA_DENIED";
    return e.name === "NotFoundError" || e.name === "OverconstrainedError" ? "CAMERA_MISSING" : "CAMERA_FAILED";
  }

  // A code counts when it was read twice alike: error correction may once in a while correct into something else.
  #look() {
    if (this.isStopped) return;
    const text = this.#readFrame();
    if (text !== null && text === this.last) {
      this.stop();
      this.found(text);
      return;
    }
    this.last = text ?? this.last;
    setTimeout(() => this.#look(), Camera.#pauseMilliseconds);
  }

  // Mostly the square that the page shows; at times everything, for a code held beside it.
  #readFrame() {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (!width || !height) return null;
    this.looks++;
    if (this.looks % 3 === 0) return Pictures.readView(this.video, 0, 0, width, height, Camera.#wholeSide);
    const square = Math.min(width, height);
    return Pictures.readView(
      this.video, (width - square) / 2, (height - square) / 2, square, square, Camera.#squareSide);
  }
}
