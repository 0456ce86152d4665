"""What holds whatever is read: any bytes of any format, any text through the pipeline, anything shown."""
